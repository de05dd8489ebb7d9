"""What can be heard: sounds of exact texts, where an editor brings them and a resident plays them."""
