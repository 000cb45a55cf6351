"""How to start something: guides, and copying what another ward did (I9)."""
