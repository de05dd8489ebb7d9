"""A quiz on paper: its questions with letters, for whoever takes it, and apart from that the key.

A sheet with questions never tells what is right. The key is for who may change the quiz, or leads the group.
"""
