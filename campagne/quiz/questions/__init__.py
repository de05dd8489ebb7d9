"""What is asked: questions and quizzes as they are written, and the versions that people take."""
