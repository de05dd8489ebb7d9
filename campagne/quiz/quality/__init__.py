"""What is looked at before a question or a quiz is published."""
