"""From a Word file to a draft: read, converted, judged and put in its place in one go."""
