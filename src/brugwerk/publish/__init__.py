"""What leaves the house: pages, attachments, and the same as plain files for other generators."""
