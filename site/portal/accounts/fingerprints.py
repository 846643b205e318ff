from django.utils.crypto import salted_hmac


def fingerprint(email: str) -> str:
    """A mark of an address by which it is known again, once for each thing, and which leads back to nobody without our key."""
    return salted_hmac("portal.accounts.fingerprint", email.strip().lower(), algorithm="sha256").hexdigest()
