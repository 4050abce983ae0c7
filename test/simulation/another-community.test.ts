// A community lives with faults, by ten more seeds: a file of its own, so that both cores work.
import { test } from 'vitest';
import { checkCommunity, communitySeeds } from './check-community';

test.each(communitySeeds(10, 10))('a community of forty people over forty days, of seed %i, is whole in the end', checkCommunity);
