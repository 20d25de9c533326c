home Home
