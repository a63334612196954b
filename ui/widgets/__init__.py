"""Parts that pages and dialogs are made of; data in by a setter, out by signals with meaning."""
