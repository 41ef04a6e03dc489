"""What visitors search: documents, the the words of their language, and an index in small files."""
