"""Three thousand requests that nobody in good faith would send: none may break the site."""
