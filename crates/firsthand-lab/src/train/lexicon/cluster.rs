//! Spherical k-means (Dhillon and Modha 2001) in two levels, from evenly spaced first centres: no chance in it.

use rayon::prelude::*;

const ROUNDS: usize = 12;

/// The cluster of each row: coarse cluster × `fine` + fine cluster within it.
pub(super) fn two_levels(rows: &[Vec<f32>], coarse: usize, fine: usize) -> Vec<u64> {
    let rows: Vec<Vec<f32>> = rows.iter().map(|r| unit(r)).collect();
    let all: Vec<usize> = (0..rows.len()).collect();
    let first = k_means(&rows, &all, coarse);
    let mut out = vec![0; rows.len()];
    for cluster in 0..coarse {
        let members: Vec<usize> = all.iter().copied().filter(|i| first[*i] == cluster).collect();
        let second = k_means(&rows, &members, fine);
        for (member, part) in members.iter().zip(second) {
            out[*member] = (cluster * fine + part) as u64;
        }
    }
    out
}

fn k_means(rows: &[Vec<f32>], members: &[usize], k: usize) -> Vec<usize> {
    let mut centres: Vec<Vec<f32>> = (0..k.min(members.len()))
        .map(|c| rows[members[c * members.len() / k.min(members.len())]].clone())
        .collect();
    let mut of = vec![0; members.len()];
    for _ in 0..ROUNDS {
        of = members.par_iter().map(|m| nearest(&rows[*m], &centres)).collect();
        let mut sums = vec![vec![0.0; rows[0].len()]; centres.len()];
        for (member, cluster) in members.iter().zip(&of) {
            sums[*cluster].iter_mut().zip(&rows[*member]).for_each(|(s, x)| *s += x);
        }
        centres = sums.iter().map(|s| unit(s)).collect();
    }
    of
}

fn nearest(row: &[f32], centres: &[Vec<f32>]) -> usize {
    let dot = |c: &Vec<f32>| -> f32 { row.iter().zip(c).map(|(a, b)| a * b).sum() };
    let mut best = (0, f32::NEG_INFINITY);
    for (at, centre) in centres.iter().enumerate() {
        let score = dot(centre);
        if score > best.1 {
            best = (at, score);
        }
    }
    best.0
}

fn unit(row: &[f32]) -> Vec<f32> {
    let length = row.iter().map(|x| x * x).sum::<f32>().sqrt();
    if length == 0.0 { row.to_vec() } else { row.iter().map(|x| x / length).collect() }
}
