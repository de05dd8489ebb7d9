"""What counting costs over years: rows, speed, the screens on top of them, and whether a kill -9 loses anything."""
