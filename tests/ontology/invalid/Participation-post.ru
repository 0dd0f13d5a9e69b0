DELETE WHERE { i:part bs:holdsPost ?old } ;
INSERT DATA { i:part bs:holdsPost i:organ-xa }
