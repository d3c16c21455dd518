"""What the unit tests of all modules share: the words of a test, random values, and a browser that runs them."""
