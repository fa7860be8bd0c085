"""The commands, one file each: `add` says how it is typed, a function beside it does it."""
