home = Home
