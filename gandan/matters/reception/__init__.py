"""Reception: who came to be heard, when, before whom, and about which matter."""
