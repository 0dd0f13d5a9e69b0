DELETE WHERE { d:term bs:objectWording ?old } ;
INSERT DATA { d:term bs:objectWording "a direct line" }
