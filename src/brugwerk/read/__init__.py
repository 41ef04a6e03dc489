"""Files become raw records with the position of every key and value; nothing is skipped."""
