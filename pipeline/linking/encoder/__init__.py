"""A small transformer that reads the text around a count or share where the weights leave doubt."""
