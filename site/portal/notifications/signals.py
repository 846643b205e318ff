from django.dispatch import Signal

letter_sent_again = Signal()
"""A person sent a letter again. Sent with `notice` and `by`, inside the transaction; the journal of deeds lies above."""
