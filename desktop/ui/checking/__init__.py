"""What the checks say while somebody writes: kept up, shown at its place, mended, dismissed."""
