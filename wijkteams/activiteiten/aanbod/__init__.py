"""Activities that organisations send in without an account, and what an editor does with them."""
