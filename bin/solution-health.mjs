#!/usr/bin/env node
// The command line as a program of its own, for people who link this checkout: the same as npm run solution.
import { require as load } from "tsx/cjs/api";

load("../Solutions/pipeline/cli.ts", import.meta.url);
