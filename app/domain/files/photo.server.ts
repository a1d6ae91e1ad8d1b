import sharp from 'sharp'

/** The longer side, in pixels. */
const MOST_PIXELS = 2000

// A picture that unfolds to more than this is a trap, not a photo.
const LARGEST_INPUT = 80_000_000

export type CleanPhoto = { bytes: Buffer; mediaType: 'image/jpeg' | 'image/webp'; ending: 'jpg' | 'webp' }

/**
 * A photo drawn anew: upright as the camera was held, at most 2000 pixels on its longer side, and without place,
 * time, camera or owner, which sharp leaves out unless it is told to keep them. JPEG stays JPEG, everything else
 * becomes WebP. Null for what cannot be read as a picture.
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<CleanPhoto | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: LARGEST_INPUT, failOn: 'error' })
    const { format } = await picture.metadata()
    const drawn = picture
      .rotate()
      .resize({ width: MOST_PIXELS, height: MOST_PIXELS, fit: 'inside', withoutEnlargement: true })
    return format === 'jpeg'
      ? { bytes: await drawn.jpeg({ quality: 82 }).toBuffer(), mediaType: 'image/jpeg', ending: 'jpg' }
      : { bytes: await drawn.webp({ quality: 82 }).toBuffer(), mediaType: 'image/webp', ending: 'webp' }
  } catch {
    return null
  }
}
