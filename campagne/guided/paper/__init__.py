"""Paper: booklets, sheets and cards from the same version as the screens, and what was written on them typed in."""
