"""Documents in: files read into typed blocks, and what can be understood of them."""
