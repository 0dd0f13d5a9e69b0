INSERT DATA { i:part bs:isInEvent i:xa }
