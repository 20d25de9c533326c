contact = Pukaj
