"""Mail that comes back: who reads it, what it means, and who gets no mail any more (N8)."""
