"""Every way in for a contribution: schema, starting file, form, issue form, editor, Word file."""
