DELETE WHERE { d:term bs:subjectWording ?one ; bs:objectWording ?other }
