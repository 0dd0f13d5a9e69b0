INSERT DATA { c:reaffirm bs:binds i:ana }
