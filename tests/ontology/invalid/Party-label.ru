INSERT DATA { i:xa rdfs:label "Zara"@en }
