home = Home
not-found = Not here
