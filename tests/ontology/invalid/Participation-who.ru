INSERT DATA { i:part bs:hasParticipant i:xa }
