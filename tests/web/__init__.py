"""Tests of the room that asks after links to other sites."""
