/**
 * Something that happened, on its way to those who may see it. `to` is people, named by the transaction that
 * wrote it, never a room that somebody may still be in. `type` is the event's name on the wire, `data` what
 * their pages get; it holds nothing that one of them may not read.
 */
export type Announcement = { type: string; to: readonly string[]; data: unknown }

type Ports = {
  publish(announcement: Announcement): void
  /** Cuts the sockets that these sessions opened: a signed-out device hears no more. */
  disconnect(sessionIds: readonly string[]): void
  /** Those of these people who have a page open that listens, on whatever node. */
  present(personIds: readonly string[]): Promise<string[]>
}

// Kept beside the modules, because a reloaded build is a new instance of this one.
const kept = globalThis as { gongxuePorts?: Ports }

/** Called by open(): the server's sockets, or what a test listens with. */
export function fillPorts(ports: Ports) {
  kept.gongxuePorts = ports
}

/** Tells people, after the commit. Throws where nobody filled the port. */
export function publish(announcement: Announcement) {
  filled().publish(announcement)
}

export function disconnectSessions(sessionIds: readonly string[]) {
  filled().disconnect(sessionIds)
}

export function presentAmong(personIds: readonly string[]): Promise<string[]> {
  return filled().present(personIds)
}

function filled() {
  if (!kept.gongxuePorts) throw new Error('Nothing carries announcements: the publish port is not filled')
  return kept.gongxuePorts
}
