// A community lives with faults, by the first ten seeds.
import { test } from 'vitest';
import { checkCommunity, communitySeeds } from './check-community';

test.each(communitySeeds(0, 10))('a community of forty people over forty days, of seed %i, is whole in the end', checkCommunity);
