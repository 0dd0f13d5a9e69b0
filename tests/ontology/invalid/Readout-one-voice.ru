INSERT DATA { r:c bs:isIssuedBy i:xb }
