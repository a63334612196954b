"""Why a certificate is not let in. Raised inside this room only; outside it has other names."""


class CertificateRefused(Exception):
    """The bytes are no certificate of the accepted kind; ``reason`` is a code: unreadable, key, names, usage, self."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason
