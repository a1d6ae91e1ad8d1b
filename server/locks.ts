// The advisory locks of this program: any numbers that nobody else locks, the same in every release.
export const MIGRATION_LOCK = 4_106_001
export const SWEEP_LOCK = 4_106_002
export const LAYING_LOCK = 4_106_003
