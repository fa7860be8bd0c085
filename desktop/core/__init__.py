"""The words of the field as plain values and pure functions: no Qt, SQL, Word or files."""
