"""Coming in: with a code, a QR or a seat card, on one device after another, and no way to guess one's way in."""
