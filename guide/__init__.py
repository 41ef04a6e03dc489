"""What the guide for contributors shows, made of the real thing: its pictures and its reports.

One made-up lesson goes the whole road. Every picture is taken of a page of a built site, and every
report is what a command said. Tests drive the same steps, so that neither goes stale in silence.
"""
