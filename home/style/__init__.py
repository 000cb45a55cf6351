"""The style page of the CMS: every component and block with sample data, in every palette."""
