// Groups before they are confirmed, as the plan keeps them. A draft may lie outside of the bounds while people are
// moved about in it; confirming does not let it.
import type { GroupBounds } from './group-plan'
import type { GroupException, GroupProposal } from './propose-groups'

export type DraftGroup = {
  /** Names the group within its draft. */
  key: string
  name: string
  enrolmentIds: string[]
  mentorIds: string[]
}

export type GroupDraft = {
  groups: DraftGroup[]
  exceptions: GroupException[]
  /** People whom the manager has added by name, to be mentors. */
  addedMentorIds: string[]
}

export type SizeFault = { name: string; people: number }

export function draftOf(proposal: GroupProposal): GroupDraft {
  return {
    groups: proposal.groups.map(({ name, enrolmentIds }, place) => ({
      key: `g${place + 1}`,
      name,
      enrolmentIds,
      mentorIds: [],
    })),
    exceptions: proposal.exceptions,
    addedMentorIds: [],
  }
}

/** Moves one person to another group of the draft. Refuses 'absent' for a person or group that it does not hold. */
export function movedInDraft(draft: GroupDraft, enrolmentId: string, toKey: string) {
  const from = draft.groups.find((group) => group.enrolmentIds.includes(enrolmentId))
  const to = draft.groups.find((group) => group.key === toKey)
  if (!from || !to) return { refused: 'absent' as const }
  if (from === to) return { draft, fromName: from.name, toName: to.name }
  const groups = draft.groups.map((group) => {
    if (group === from) {
      return { ...group, enrolmentIds: group.enrolmentIds.filter((id) => id !== enrolmentId) }
    }
    return group === to ? { ...group, enrolmentIds: [...group.enrolmentIds, enrolmentId] } : group
  })
  return { draft: { ...draft, groups }, fromName: from.name, toName: to.name }
}

/** Groups that are too small or too large. */
export function sizeFaults(
  groups: { name: string; people: number }[],
  { min, max }: GroupBounds,
): SizeFault[] {
  return groups.filter(({ people }) => people < min || people > max)
}

/** Who has been enrolled since the draft was made, and who in it is enrolled no more. */
export function driftOf(draft: GroupDraft, enrolled: readonly string[]) {
  const held = new Set(draft.groups.flatMap((group) => group.enrolmentIds))
  const present = new Set(enrolled)
  return {
    missing: enrolled.filter((id) => !held.has(id)),
    gone: [...held].filter((id) => !present.has(id)),
  }
}
